import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {type Role, mayCall, useSession} from '@/shared/session';
import {dateTime} from '@/shared/time';
import type {Case, StopOrder} from '../data';
import {AgainDialog} from './AgainDialog';
import {STOPS_MAX, freezeNeeds, nextOf, usedBy} from './next';
import styles from './orders.module.css';

/** Who adds a payment that is stopped at once (`AddTransfers`), and while the case stands where. */
const ADDS: readonly Role[] = ['station-officer', 'station-liaison'];
const OPEN: readonly (string | undefined)[] = ['RECEIVED', 'REVIEW', 'FILED'];

/** How many of the account's stops are used, and what can be done once this one ends or has ended. */
export function NextStep({whole, order, all}: {whole: Case; order: StopOrder; all: readonly (StopOrder | undefined)[]}) {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const [adding, setAdding] = useState(false);
  const next = nextOf(order, all);
  if (next === null) return null;
  const open = OPEN.includes(whole.state);
  const again = next === 'again' || next === 'againMoved';
  const adds = next === 'again' && open && ADDS.some((role) => roles.has(role));
  const freeze = next === 'extend' || next === 'last' || next === 'over';
  return (
    <div className={styles.next} data-next={next}>
      <span>
        {next !== 'own' && <strong>{t('after.used', {used: usedBy(order, all), max: STOPS_MAX})}</strong>}{' '}
        {t(again && !open ? 'after.closed' : `after.${next}`, {time: dateTime(order.untilTime)})}{' '}
        {freeze && t(`after.freeze.${freezeNeeds(whole.state)}`)}
      </span>
      {adds && (
        <Button size="small" type="primary" className="no-print" onClick={() => setAdding(true)}>
          {t('again.open')}
        </Button>
      )}
      {again && open && mayCall(roles) && (
        <Link to="/cases/phone" className="no-print">
          {t('again.phone')}
        </Link>
      )}
      {adding && <AgainDialog caseId={whole.id ?? ''} order={order} onClose={() => setAdding(false)} />}
    </div>
  );
}
