import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {Clock} from './Clock';
import styles from './Clock.module.css';

interface Props {
  readonly clocks: readonly Schema<'freezing.v1.OrderClock'>[] | undefined;
}

/**
 * The clocks of an order or a lookup that were not kept or still ask for something, each with its name before it; what
 * was done late counts no further.
 */
export function ClockList({clocks}: Props) {
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
        done={clock.metTime}
      />
    </span>
  ));
}
