import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {reasonOf} from '@/api/problem';
import {Notice} from '@/shared/plain/Notice';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type Role, useSession} from '@/shared/session';
import styles from './second.module.css';
import {useConfirm} from './useConfirm';

/** Who may give his word (`ConfirmSecondOfficer`), whether he may open the case or not. */
const CONFIRMS: readonly Role[] = [
  'station-officer',
  'station-liaison',
  'station-supervisor',
  'unit-head',
  'cyber-officer',
];

/** A second officer of another unit is sent to a case that he may not open: he gives his word for it all the same. */
export function FromElsewhere({id, failure}: {id: string; failure: unknown}) {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const confirm = useConfirm(id);
  if (reasonOf(failure) !== 'ACCESS_DENIED' || !CONFIRMS.some((role) => roles.has(role))) return null;
  if (confirm.isSuccess) return <Notice type="success" title={t('second.given')} />;
  return (
    <section className={styles.band} aria-label={t('second.label')}>
      <p className={styles.text}>{t('second.elsewhere')}</p>
      <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(null)}>
        {t('second.confirm')}
      </Button>
      <ProblemNotice failure={confirm.error} onRetry={() => confirm.mutate(null)} />
    </section>
  );
}
