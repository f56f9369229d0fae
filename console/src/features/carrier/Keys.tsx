import {Card} from 'antd';
import {Fragment} from 'react';
import {useTranslation} from 'react-i18next';
import {CopyKey} from '@/shared/form/CopyKey';
import {dateTime} from '@/shared/time';
import styles from './carrier.module.css';
import {type Hop, type Trace, knownOffset} from './trace';

/** What to search for, ready to copy: numbers as shown and as received, the called one, the window in this exchange's time. */
export function Keys({trace, hop}: {trace: Trace; hop: Hop}) {
  const {t} = useTranslation('carrier');
  const keys = hop.searchKeys;
  if (!keys) return null;
  const offset = knownOffset(trace, hop);
  const rows = (
    [
      ['displayed', keys.displayed],
      ['received', keys.received],
      ['called', keys.calledNumber],
      ['window', keys.windowText],
    ] as const
    // Each has its own key, whether or not the others are there.
  ).flatMap(([name, text], at) => (text ? [{name, text, shortcut: String(at + 1)}] : []));
  const whole = rows.map(({name, text}) => `${t(`keys.${name}`)}\t${text}`).join('\n');
  return (
    <Card size="small" title={t('keys.title')} extra={<CopyKey text={whole} what={t('keys.all')} shortcut="0" />}>
      <dl className={styles.keys}>
        {rows.map(({name, text, shortcut}) => (
          <Fragment key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd className={styles.key} data-key={name}>
              {text}
            </dd>
            <dd>
              <CopyKey text={text} what={t(`keys.${name}`)} shortcut={shortcut} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.hint} style={{marginTop: 8}}>
        {dateTime(keys.windowStartTime)} – {dateTime(keys.windowEndTime)}{' '}
        {t(offset === 0 ? 'keys.noOffset' : offset > 0 ? 'keys.ahead' : 'keys.behind', {seconds: Math.abs(offset)})}
        {trace.durationSeconds ? ` ${t('keys.duration', {seconds: trace.durationSeconds})}` : ''}
      </p>
    </Card>
  );
}
