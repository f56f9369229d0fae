import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {Link} from 'react-router';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {dateTime} from '@/shared/time';
import {type useNames, useAlarms} from './data';
import styles from './board.module.css';

interface Props {
  /** Only alarms over this institution's silence; empty for all. */
  institution: string;
  names: ReturnType<typeof useNames>;
}

/** Orders that nobody took in hand, newest first: who was told, who was woken. */
export function AlarmList({institution, names}: Props) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const found = useAlarms();
  const alarms = (found.data?.pages.flatMap((page) => page.alarms ?? []) ?? []).filter(
    (each) => institution === '' || each.bank === institution,
  );
  return (
    <section className={styles.panel} aria-labelledby="alarms">
      <h2 id="alarms">{t('alarms.title')}</h2>
      <ProblemNotice failure={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting />}
      {found.isSuccess && alarms.length === 0 && <p className={styles.sub}>{t('alarms.none')}</p>}
      <ul className={`${styles.list} ${styles.scroll}`} tabIndex={0} aria-labelledby="alarms">
        {alarms.map((each) => (
          <li key={each.id}>
            <div className={styles.line}>
              <strong className={styles.late}>{t(`alarms.${each.cause}`)}</strong>
              <span className={styles.push} />
              <time className={styles.sub} dateTime={each.raiseTime}>
                {dateTime(each.raiseTime).slice(5)}
              </time>
            </div>
            <div className={styles.line}>
              <span>{nameOf(institutions, each.bank)}</span>
              {each.caseId && (
                <Link to={`/cases/${each.caseId}`}>{names.receipts.get(each.caseId) || t('subject.case')}</Link>
              )}
            </div>
            <div className={styles.sub}>
              {[
                t(`alarms.wake.${each.wake}`),
                each.woken && each.woken !== 'DUTY_ROLE_UNSPECIFIED' && t(`duty.${each.woken}`),
                each.wakeTime && dateTime(each.wakeTime).slice(5),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <div className={styles.sub}>
              {t('alarms.told', {
                who: (each.told ?? [])
                  .map((told) => `${nameOf(institutions, told.institution)}${t(`desk.${told.desk}`)}`)
                  .join(t('and')),
              })}
            </div>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('alarms.more')}
        </Button>
      )}
    </section>
  );
}
