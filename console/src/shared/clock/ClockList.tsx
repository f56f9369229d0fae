import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {Clock} from './Clock';
import styles from './Clock.module.css';

/** The clocks of an order or a lookup that still ask for something, each with its name before it. */
export function ClockList({clocks}: {clocks: readonly Schema<'freezing.v1.OrderClock'>[] | undefined}) {
  const {t} = useTranslation('shared');
  const shown = (clocks ?? []).filter((clock) => clock.state !== 'MET');
  return shown.map((clock) => (
    <span key={clock.name} className={styles.named}>
      {t(`clockName.${clock.name}`)}{' '}
      <Clock
        name={t(`clockName.${clock.name}`)}
        start={clock.startTime}
        due={clock.dueTime}
        warn={clock.warnTimes?.[0]}
        basis={clock.basis}
        state={clock.state}
      />
    </span>
  ));
}
