import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useHref} from 'react-router';
import {Clock} from '@/shared/clock/Clock';
import {CopyKey} from '@/shared/form/CopyKey';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type Role, useSession} from '@/shared/session';
import {type Case, type StopOrder, useRefresh} from '../data';
import {SecondDialog} from './SecondDialog';
import styles from './second.module.css';
import {useConfirm} from './useConfirm';
import {clockOf, wordOf} from './word';

/** Who completes a report (`CompleteReport`), and while the case stands where. */
const COMPLETES: readonly Role[] = ['station-officer', 'station-liaison'];
const OPEN: readonly (string | undefined)[] = ['RECEIVED', 'REVIEW'];

/** Until the second officer has given his word: who may give it, by when, what the bank reads meanwhile, and the next step. */
export function SecondOfficer({whole, orders}: {whole: Case; orders: readonly (StopOrder | undefined)[]}) {
  const {t} = useTranslation('cases');
  const {t: common} = useTranslation('shared');
  const {officerNumber, roles} = useSession();
  const [naming, setNaming] = useState(false);
  const id = whole.id ?? '';
  const address = new URL(useHref(`/cases/${id}`), window.location.origin).href;
  const confirm = useConfirm(id, useRefresh(id));
  const word = wordOf(whole, orders);
  const second = whole.report?.secondOfficer ?? {};
  const mine = (word === 'awaited' || word === 'overdue') && second.officerNumber === officerNumber;
  if (word === null || ((whole.stopOrders ?? []).length === 0 && !mine)) return null;
  const clock = clockOf(orders);
  const open = OPEN.includes(whole.state);
  const names = open && COMPLETES.some((role) => roles.has(role));
  return (
    <section className={styles.band} data-word={word} aria-label={t('second.label')}>
      <div className={styles.text}>
        <strong>
          {t(`second.${word}`, {second: [second.name, second.officerNumber].filter(Boolean).join(' · ')})}
        </strong>
        {clock && (
          <Clock
            name={common('clockName.second-officer')}
            start={clock.startTime}
            due={clock.dueTime}
            warn={clock.warnTimes?.[0]}
            basis={clock.basis}
            state={clock.state}
          />
        )}
        <p>
          {t(mine ? 'second.yours' : word === 'awaited' || word === 'overdue' ? 'second.who' : open ? 'second.name' : 'second.closed')}{' '}
          {t('second.bank', {words: common(word === 'overdue' ? 'order.secondOverdue' : 'order.secondUnconfirmed')})}
        </p>
      </div>
      <div className={`${styles.acts} no-print`}>
        {mine && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(null)}>
            {t('second.confirm')}
          </Button>
        )}
        {names && !mine && (
          <Button
            type={word === 'awaited' || word === 'overdue' ? 'default' : 'primary'}
            onClick={() => setNaming(true)}
          >
            {t(word === 'missing' ? 'second.add' : 'second.change')}
          </Button>
        )}
        {!mine && (word === 'awaited' || word === 'overdue') && (
          <span>
            {t('second.address')} <CopyKey text={address} what={t('second.address')} />
          </span>
        )}
      </div>
      <ProblemNotice failure={confirm.error} onRetry={() => confirm.mutate(null)} />
      {naming && <SecondDialog whole={whole} onClose={() => setNaming(false)} />}
    </section>
  );
}
