import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Button} from '@/shared/plain/Button';
import {Dialog} from '@/shared/plain/Dialog';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {StateTag} from '@/shared/StateTag';
import {capital, yuan} from '@/shared/money';
import {useOtherBank, useRoute} from '../bank';
import {Lacking} from './Lacking';
import {Officers} from './Officers';
import type {PayeeAccount, Review} from './review';
import styles from './stop.module.css';

export interface ReviewDialogProps {
  review: Review;
  working: boolean;
  failure: unknown;
  onStop: () => void;
  onClose: () => void;
}

/** The one look before money is stopped: whose account, at which bank, how much, and by which two officers. */
export function ReviewDialog({review, working, failure, onStop, onClose}: ReviewDialogProps) {
  const {t} = useTranslation('intake');
  const [repeated, setRepeated] = useState<Readonly<Record<string, string>>>({});
  const [looked, setLooked] = useState<Readonly<Record<string, boolean>>>({});
  const ready = review.accounts.every(
    (each) =>
      (!each.byHand || repeated[each.number] === each.number.slice(-4)) &&
      (each.doubts.length === 0 || looked[each.number]),
  );
  return (
    <Dialog
      width={920}
      title={t('review.title')}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <span>
            {t('review.sum', {count: review.accounts.length, yuan: yuan(review.fen)})} {capital(review.fen)}
          </span>
          <Button onClick={onClose}>{t('review.back')}</Button>
          <Button
            tone="danger"
            size="large"
            disabled={!ready || review.accounts.length === 0}
            busy={working}
            onClick={onStop}
          >
            {t('review.stop', {count: review.accounts.length})}
          </Button>
        </div>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !working) onStop();
        }}
      >
        <p className={styles.intro}>{t('review.intro')}</p>
        <ul className={styles.accounts}>
          {review.accounts.map((account) => (
            <AccountLine
              key={account.number}
              account={account}
              repeated={repeated[account.number] ?? ''}
              onRepeat={(text) => setRepeated({...repeated, [account.number]: text})}
              looked={looked[account.number] ?? false}
              onLooked={(yes) => setLooked({...looked, [account.number]: yes})}
            />
          ))}
        </ul>
        <button type="submit" hidden />
      </form>
      {review.lacking.length > 0 && (
        <div className={styles.lacking}>
          <strong>{t('review.lacking', {count: review.lacking.length})}</strong>
          <ul>
            {review.lacking.map((each) => (
              <li key={each.row}>
                <Lacking {...each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Officers />
      <ProblemNotice failure={failure} onRetry={onStop} />
    </Dialog>
  );
}

interface LineProps {
  account: PayeeAccount;
  repeated: string;
  onRepeat: (text: string) => void;
  looked: boolean;
  onLooked: (yes: boolean) => void;
}

function AccountLine({account, repeated, onRepeat, looked, onLooked}: LineProps) {
  const {t} = useTranslation('intake');
  const route = useRoute(account.number, account.bank, account.institution);
  const other = useOtherBank(account.number, route);
  const tail = account.number.slice(-4);
  const wrong = repeated.length >= 4 && repeated !== tail;
  return (
    <li>
      <div className={styles.number}>{account.grouped}</div>
      <div className={styles.facts}>
        <span>{account.name || t('review.noName')}</span>
        <span className={route.state === 'unknown' ? styles.bad : undefined}>
          {route.state === 'found' ? route.name : t(`route.${route.state}`, {bank: account.bank})}
        </span>
        {other !== null && <strong className={styles.bad}>{t('route.differs', {bank: route.name, other})}</strong>}
        {account.rows.length > 1 && <StateTag>{t('review.payments', {count: account.rows.length})}</StateTag>}
      </div>
      <div className={styles.money}>
        <strong>¥{yuan(account.fen)}</strong>
        <small>{capital(account.fen)}</small>
      </div>
      <div className={styles.checks}>
        {account.byHand && (
          <label>
            {t('review.repeat')}
            <input
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              size={5}
              value={repeated}
              aria-invalid={wrong || undefined}
              aria-label={t('review.repeatOf', {tail: account.grouped.slice(0, 4)})}
              onChange={(event) => onRepeat(event.target.value.normalize('NFKC').trim())}
            />
            {wrong && <span className={styles.bad}>{t('review.repeatWrong')}</span>}
            {repeated === tail && <span className={styles.good}>✓</span>}
          </label>
        )}
        {account.doubts.length > 0 && (
          <div className={styles.doubts}>
            {account.doubts.map((doubt) => (
              <div key={doubt}>{t(`doubt.${doubt}`)}</div>
            ))}
            <label>
              <input type="checkbox" checked={looked} onChange={(event) => onLooked(event.target.checked)} />{' '}
              {t('review.looked')}
            </label>
          </div>
        )}
      </div>
    </li>
  );
}
