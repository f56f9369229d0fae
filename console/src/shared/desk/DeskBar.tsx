import {BellOutlined, MutedOutlined, SoundOutlined} from '@ant-design/icons';
import {App, Button, Modal, Space, Tag, Tooltip} from 'antd';
import {useEffect, useState, useSyncExternalStore} from 'react';
import {useTranslation} from 'react-i18next';
import {mayAskAttendance, useSession} from '@/shared/session';
import {useAt} from '@/shared/clock/useNow';
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
  const {notification} = App.useApp();
  const view = useSyncExternalStore(presence.subscribe, presence.read);
  const muted = useSyncExternalStore(alarm.subscribe, alarm.muted);
  const [testing, setTesting] = useState(false);

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
    presence.leave().catch(() => notification.error({title: t('desk.leaveFailed')}));
  };
  return (
    <Space size={8}>
      <Tooltip title={hint}>
        <Tag
          tabIndex={0}
          color={attended ? 'success' : 'error'}
          data-testid="desk-state"
          style={{marginInlineEnd: 0, fontWeight: 600}}
        >
          <span>{t(attended ? 'desk.attended' : 'desk.unattended')}</span>
          {until !== '' && <small className={styles.until}> {t('desk.until', {time: until})}</small>}
        </Tag>
      </Tooltip>
      {view.onShift && (
        <Tooltip title={t(muted ? 'desk.unmute' : 'desk.mute')}>
          <Button
            size="small"
            danger={muted}
            type={muted ? 'primary' : 'default'}
            aria-label={t(muted ? 'desk.unmute' : 'desk.mute')}
            icon={muted ? <MutedOutlined /> : <SoundOutlined />}
            onClick={() => alarm.mute(!muted)}
          />
        </Tooltip>
      )}
      <Button size="small" type={attended ? 'default' : 'primary'} icon={<BellOutlined />} onClick={begin}>
        {t(view.onShift ? 'desk.here' : 'desk.begin')}
      </Button>
      {view.onShift && (
        <Button size="small" onClick={leave}>
          {t('desk.leave')}
        </Button>
      )}
      <Warning stage={stage} time={view.until === null ? '' : timeOfDay(view.until)} />
      <SoundTest
        open={testing}
        onClose={() => setTesting(false)}
        onHeard={() => {
          setTesting(false);
          alarm.confirm();
          void presence.here();
        }}
      />
    </Space>
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
function Warning({stage, time}: {stage: Stage; time: string}) {
  const {t} = useTranslation('shared');
  if (stage === 'safe') return null;
  return (
    <div role="alert" className={styles.warning} data-stage={stage}>
      <strong>{t(`desk.${stage}.title`)}</strong>
      <div>{t(`desk.${stage}.advice`, {time})}</div>
    </div>
  );
}

function SoundTest({open, onClose, onHeard}: {open: boolean; onClose: () => void; onHeard: () => void}) {
  const {t} = useTranslation('shared');
  const [played, setPlayed] = useState<'no' | 'yes' | 'refused'>('no');
  const play = () => {
    void alarm.test().then((sounded) => setPlayed(sounded ? 'yes' : 'refused'));
  };
  return (
    <Modal open={open} title={t('desk.sound.title')} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      <p>{t('desk.sound.why')}</p>
      <Space orientation="vertical" size={12} style={{width: '100%'}}>
        <Button block size="large" icon={<SoundOutlined />} onClick={play} autoFocus>
          {t(played === 'yes' ? 'desk.sound.again' : 'desk.sound.play')}
        </Button>
        {played === 'refused' && <div role="alert">{t('desk.sound.refused')}</div>}
        <Button block size="large" type="primary" disabled={played !== 'yes'} onClick={onHeard}>
          {t('desk.sound.heard')}
        </Button>
      </Space>
    </Modal>
  );
}
