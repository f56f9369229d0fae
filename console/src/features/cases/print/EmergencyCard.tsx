import {useTranslation} from 'react-i18next';
import {deskPhone, nameOf, useInstitutions} from '@/shared/directory';
import {useSession} from '@/shared/session';
import {PrintButton} from './ReceiptPage';
import styles from './print.module.css';

const LINES = ['name', 'account', 'amount', 'time', 'channel', 'payer'] as const;

/** 应急卡: for the day on which nothing works but the telephone. */
export default function EmergencyCard() {
  const {t} = useTranslation('cases');
  const institutions = useInstitutions();
  const {institution, name, officerNumber} = useSession();
  const banks = institutions.filter((each) => !each.disabled && (each.kind === 'BANK' || each.kind === 'PAYMENT_FIRM'));
  const carriers = institutions.filter((each) => !each.disabled && each.kind === 'CARRIER');
  return (
    <div className={styles.sheet}>
      <PrintButton />
      <h1>{t('card.title')}</h1>
      <p>{t('card.when')}</p>
      <div className={styles.read}>
        <p>{t('card.say', {station: nameOf(institutions, institution), name, number: officerNumber})}</p>
        <ul>
          {LINES.map((each) => (
            <li key={each}>
              {t(`card.${each}`)}
              <span className={styles.blank} />
            </li>
          ))}
        </ul>
        <p>{t('card.after')}</p>
      </div>
      <table className={styles.table}>
        <caption>{t('card.numbers')}</caption>
        <tbody>
          {[...banks, ...carriers].map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.name}</th>
              <td>{deskPhone(each, each.kind === 'CARRIER' ? 'TRACE_DESK' : 'LIAISON_DESK')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>{t('card.foot')}</p>
    </div>
  );
}
