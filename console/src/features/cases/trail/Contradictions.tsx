import {useTranslation} from 'react-i18next';
import {nameOf, useInstitutions} from '@/shared/directory';
import {yuan} from '@/shared/money';
import {Notice} from '@/shared/plain/Notice';
import type {MoneyTrail} from '../data';
import {contradictions} from './flow';

/** Says where answers contradict each other, account by account; nothing where they do not. */
export function Contradictions({trail}: {trail: MoneyTrail}) {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  const found = contradictions(trail);
  if (found.length === 0) return null;
  return (
    <Notice
      type="error"
      role="alert"
      style={{marginBottom: 10}}
      title={t('trail.contradict.title')}
      description={
        <ul style={{margin: 0, paddingInlineStart: 20}}>
          {found.map(({account, shares, told, surplus}) => (
            <li key={account.stopOrder}>
              {t('trail.contradict.account', {
                bank: nameOf(institutions, account.bank),
                account: account.maskedAccount,
                received: yuan(shares.received),
                told: yuan(told),
                held: yuan(shares.held),
                moved: yuan(shares.moved),
                lost: yuan(shares.lost),
                surplus: yuan(surplus),
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
