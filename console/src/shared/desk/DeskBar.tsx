import BellOutlined from '@ant-design/icons-svg/es/asn/BellOutlined';
import MutedOutlined from '@ant-design/icons-svg/es/asn/MutedOutlined';
import SoundOutlined from '@ant-design/icons-svg/es/asn/SoundOutlined';
import {type ReactNode, useEffect, useState, useSyncExternalStore} from 'react';
import {useTranslation} from 'react-i18next';
import {Button} from '@/shared/plain/Button';
import {Dialog} from '@/shared/plain/Dialog';
import {Hint} from '@/shared/plain/Hint';
import {mayAskAttendance, useSession} from '@/shared/session';
import {useAt} from '@/shared/clock/useNow';
import {StateTag} from '@/shared/StateTag';
import {timeOfDay} from '@/shared/time';
import {alarm} from './alarm';
import {type PresenceView, presence} from './presence';
import type {Desk} from './tasks';
import styles from './DeskBar.module.css';

/** Start of shift, 我在岗, and whether the desk counts as attended: the part of the header for who keeps a desk. */
export function DeskBar({desks}: {desks: readonly Desk[]}) {
  const {t} = useTranslation('shared');
  const {institution, roles} = useSession();
  const asks = mayAskAttendance(roles);
  const view = useSyncExternalStore(presence.subscribe, presence.read);
  const muted = useSyncExternalStore(alarm.subscribe, alarm.muted);
  const [testing, setTesting] = useState(false);
  const [leaveFailed, setLeaveFailed] = useState(false);

  useEffect(() => presence.attend(desks, asks ? institution : null), [desks, institution, asks]);

  const stage = useStage(view);
  const attended = stage !== 'lapsed' && desks.every((desk) => view.desks.get(desk)?.state === 'ATTENDED');
  const until = attended && view.until !== null ? timeOfDay(view.until) : '';
  const hint = [
    t(attended ? 'desk.attendedHint' : 'desk.unattendedHint'),
    until !== '' && t('desk.untilHint', {time: until}),
  ]
    .filter(Boolean)
    .join(' ');
  const begin = () => {
    if (alarm.tested()) void presence.here();
    else setTesting(true);
  };
  const leave = () => {
    setLeaveFailed(false);
    presence.leave().catch(() => setLeaveFailed(true));
  };
  const sound = t(muted ? 'desk.unmute' : 'desk.mute');
  return (
    <div className={styles.bar}>
      <Hint text={hint}>
        <span tabIndex={0} data-testid="desk-state">
          <StateTag tone={attended ? 'green' : 'red'}>
            <span>{t(attended ? 'desk.attended' : 'desk.unattended')}</span>
            {until !== '' && <small className={styles.until}> {t('desk.until', {time: until})}</small>}
          </StateTag>
        </span>
      </Hint>
      {view.onShift && (
        <Hint text={sound}>
          <Button
            size="small"
            tone={muted ? 'danger' : 'plain'}
            aria-label={sound}
            icon={muted ? MutedOutlined : SoundOutlined}
            onClick={() => alarm.mute(!muted)}
          />
        </Hint>
      )}
      <Button size="small" tone={attended ? 'plain' : 'primary'} className={styles.here} icon={BellOutlined} onClick={begin}>
        {t(view.onShift ? 'desk.here' : 'desk.begin')}
      </Button>
      {view.onShift && (
        <Button size="small" onClick={leave}>
          {t('desk.leave')}
        </Button>
      )}
      {leaveFailed && <Warning stage="lapsed">{t('desk.leaveFailed')}</Warning>}
      {!leaveFailed && stage !== 'safe' && (
        <Warning stage={stage}>
          <strong>{t(`desk.${stage}.title`)}</strong>
          <div>{t(`desk.${stage}.advice`, {time: view.until === null ? '' : timeOfDay(view.until)})}</div>
        </Warning>
      )}
      {testing && (
        <SoundTest
          onClose={() => setTesting(false)}
          onHeard={() => {
            setTesting(false);
            alarm.confirm();
            void presence.here();
          }}
        />
      )}
    </div>
  );
}

type Stage = 'safe' | 'soon' | 'lapsed';

/** How near the end of the last sign of life is. */
function useStage({onShift, until, warn}: PresenceView): Stage {
  return useAt((now): Stage => {
    if (!onShift || until === null || warn === null || now * 1_000 < warn) return 'safe';
    return now * 1_000 < until ? 'soon' : 'lapsed';
  });
}

/**
 * Says before the signs of life run out, and when they have; any key, click or turn of the wheel is one more of them. It is
 * never in the way of what is clicked.
 */
function Warning({stage, children}: {stage: Stage; children: ReactNode}) {
  return (
    <div role="alert" className={styles.warning} data-stage={stage}>
      {children}
    </div>
  );
}

function SoundTest({onClose, onHeard}: {onClose: () => void; onHeard: () => void}) {
  const {t} = useTranslation('shared');
  const [played, setPlayed] = useState<'no' | 'yes' | 'refused'>('no');
  const play = () => {
    void alarm.test().then((sounded) => setPlayed(sounded ? 'yes' : 'refused'));
  };
  return (
    <Dialog title={t('desk.sound.title')} width={440} onClose={onClose}>
      <p>{t('desk.sound.why')}</p>
      <div className={styles.sound}>
        <Button size="large" icon={SoundOutlined} onClick={play}>
          {t(played === 'yes' ? 'desk.sound.again' : 'desk.sound.play')}
        </Button>
        {played === 'refused' && <div role="alert">{t('desk.sound.refused')}</div>}
        <Button size="large" tone="primary" disabled={played !== 'yes'} onClick={onHeard}>
          {t('desk.sound.heard')}
        </Button>
        <Button onClick={onClose}>{t('desk.sound.notNow')}</Button>
      </div>
    </Dialog>
  );
}
