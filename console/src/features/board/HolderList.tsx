import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {Clock} from '@/shared/clock/Clock';
import {nameOf, useInstitutions} from '@/shared/directory';
import {Reach} from './Reach';
import type {DeskAttendance, Holder} from './rows';
import {useClockName} from './useClockName';
import styles from './board.module.css';

const SHOWN = 12;

interface Props {
  holders: readonly Holder[];
  desks: readonly DeskAttendance[];
  onChoose: (institution: string) => void;
}

/** Who holds the ball, whose next clock ends first, first. */
export function HolderList({holders, desks, onChoose}: Props) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const clockName = useClockName();
  return (
    <section className={styles.panel} aria-labelledby="holders">
      <h2 id="holders">{t('holders.title')}</h2>
      {holders.length === 0 && <p className={styles.sub}>{t('holders.none')}</p>}
      <ul className={styles.list}>
        {holders.slice(0, SHOWN).map((each) => (
          <li key={each.key} data-holder={each.institution}>
            <div className={styles.line}>
              <Button type="link" size="small" className={styles.plain ?? ''} onClick={() => onChoose(each.institution)}>
                {nameOf(institutions, each.institution) || t('holders.nobody')}
              </Button>
              <span className={styles.push} />
              {each.next && (
                <Clock
                  name={clockName(each.next.name)}
                  start={each.next.startTime}
                  due={each.next.dueTime}
                  basis={each.next.basis}
                />
              )}
            </div>
            <div className={styles.line}>
              <Reach institution={each.institution} desk={each.desk} desks={desks} />
              <span className={styles.push} />
              <span className={styles.sub}>{t('holders.running', {count: each.running})}</span>
              {each.overdue > 0 && <span className={styles.late}>{t('holders.overdue', {count: each.overdue})}</span>}
            </div>
          </li>
        ))}
      </ul>
      {holders.length > SHOWN && <p className={styles.sub}>{t('holders.more', {count: holders.length - SHOWN})}</p>}
    </section>
  );
}
