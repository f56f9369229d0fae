import {DoubleLeftOutlined, DoubleRightOutlined, LogoutOutlined} from '@ant-design/icons';
import {Button} from 'antd';
import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import {useTranslation} from 'react-i18next';
import {TRAINING} from '@/shared/space';
import {leave} from './leave';
import {MaterialBox} from './MaterialBox';
import type {Play, Progress} from './Play';
import styles from './training.module.css';

const HOUR_MS = 3_600_000;

interface PanelProps {
  readonly play: Play;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The lesson: what to do now and why, how far one has come, and the way out. */
export function Panel({play, open, onOpen}: PanelProps) {
  const {t} = useTranslation('training');
  const progress = useSyncExternalStore(play.subscribe, play.read);
  const {role, steps} = play.lesson;
  const title = t(`role.${role}`);
  const step = play.step();
  return (
    <aside className={`${styles.panel} no-print`} aria-label={t('panel.label')} data-open={open} data-testid="lesson">
      <div className={styles.head}>
        {open && <span className={styles.badge}>{t('badge')}</span>}
        {open && <h2>{title}</h2>}
        {!open && <span className={styles.brief}>{step ? t(`lesson.${role}.${step.key}.title`) : t('finish.title')}</span>}
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t(open ? 'panel.close' : 'panel.open')}
          title={t(open ? 'panel.close' : 'panel.open')}
          icon={open ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
          onClick={() => onOpen(!open)}
        />
        {!open && (
          <Button size="small" type="primary" icon={<LogoutOutlined />} aria-label={t('leave')} title={t('leave')} onClick={leave} />
        )}
      </div>
      <Spoken play={play} progress={progress} />
      {open && (
        <>
          <div className={styles.body} tabIndex={0} role="group" aria-label={t('panel.steps')}>
            <div>{t('panel.progress', {done: progress.done, count: steps.length})}</div>
            <div className={styles.bar}>
              <i style={{width: `${(100 * progress.done) / steps.length}%`}} />
            </div>
            {progress.minutes === null ? (
              <Now key={progress.done} play={play} there={progress.there} />
            ) : (
              <Finish progress={progress} role={role} />
            )}
            <ol className={styles.steps}>
              {steps.map((step, at) => (
                <li key={step.key} data-state={at < progress.done ? 'done' : at === progress.done ? 'now' : 'later'}>
                  <span aria-hidden>{at < progress.done ? '✓' : `${at + 1}.`}</span>
                  <span>
                    {t(`lesson.${role}.${step.key}.title`)}
                    {at < progress.done && <span className={styles.hidden}>{t('panel.done')}</span>}
                  </span>
                </li>
              ))}
            </ol>
          </div>
          <div className={styles.foot}>
            <Button size="small" href={`${TRAINING}/?role=${role}`}>
              {t('panel.restart')}
            </Button>
            <Button size="small" href={`${TRAINING}/`}>
              {t('panel.others')}
            </Button>
            <Button size="small" type="primary" onClick={leave}>
              {t('leave')}
            </Button>
          </div>
        </>
      )}
    </aside>
  );
}

/** The step to do now. */
function Now({play, there}: {play: Play; there: boolean}) {
  const {t} = useTranslation(['training', ...play.lesson.texts]);
  const [hint, setHint] = useState(false);
  const step = play.step();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({block: 'nearest'});
  }, []);
  if (step === undefined) return null;
  const at = `lesson.${play.lesson.role}.${step.key}`;
  const {names} = play.world;
  return (
    <div className={styles.now} ref={place} data-step={step.key}>
      <h3>{t(`${at}.title`, names)}</h3>
      <p>{t(`${at}.do`, names)}</p>
      {(step.material?.(play.world) ?? []).map((each) => (
        <MaterialBox key={each.label} material={each} />
      ))}
      <p className={styles.why}>{t(`${at}.why`, names)}</p>
      {hint && <p className={styles.hint}>{t(`${at}.hint`, names)}</p>}
      {there && (
        <div className={styles.there} role="status">
          <span>{t('panel.there')}</span>
          <Button size="small" type="primary" onClick={() => play.goOn()}>
            {t('panel.goOn')}
          </Button>
        </div>
      )}
      <Button size="small" aria-expanded={hint} onClick={() => setHint(!hint)}>
        {t(hint ? 'panel.hideHint' : 'panel.hint')}
      </Button>{' '}
      {step.pass !== undefined && !there && (
        <Button size="small" type="primary" onClick={() => play.world.pass(step.pass ?? 0)}>
          {step.pass < HOUR_MS
            ? t('panel.passMinutes', {count: step.pass / 60_000})
            : t('panel.passHours', {count: step.pass / HOUR_MS})}
        </Button>
      )}
    </div>
  );
}

function Finish({progress, role}: {progress: Progress; role: string}) {
  const {t} = useTranslation('training');
  return (
    <div className={styles.now} data-testid="finished">
      <h3>{t('finish.title')}</h3>
      <p>{t(`lesson.${role}.end`)}</p>
      <dl className={styles.figures}>
        <dt>{t('finish.minutes')}</dt>
        <dd>{t('finish.inMinutes', {count: progress.minutes ?? 0})}</dd>
        <dt>{t('finish.mistakes')}</dt>
        <dd>{progress.mistakes}</dd>
      </dl>
      <p className={styles.why}>{t(progress.mistakes === 0 ? 'finish.clean' : 'finish.again')}</p>
    </div>
  );
}

/** Says each step aloud as it comes. */
function Spoken({play, progress}: {play: Play; progress: Progress}) {
  const {t} = useTranslation('training');
  const step = play.step();
  const {role} = play.lesson;
  const text =
    step === undefined
      ? t('finish.title')
      : `${progress.done > 0 ? t('panel.stepDone', {number: progress.done}) : ''}${t(`lesson.${role}.${step.key}.title`)}`;
  return (
    <div role="status" className={styles.hidden}>
      {text}
    </div>
  );
}
