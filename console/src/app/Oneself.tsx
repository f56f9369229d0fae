import ExperimentOutlined from '@ant-design/icons-svg/es/asn/ExperimentOutlined';
import LogoutOutlined from '@ant-design/icons-svg/es/asn/LogoutOutlined';
import UserOutlined from '@ant-design/icons-svg/es/asn/UserOutlined';
import {useEffect, useId, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {Button} from '@/shared/plain/Button';
import {Icon} from '@/shared/plain/Icon';
import {useSession} from '@/shared/session';
import {inTraining, trainingFor} from '@/shared/space';
import styles from './Shell.module.css';

/** Who is logged in; opened, the way to the training space and out. */
export function Oneself() {
  const {t, i18n} = useTranslation();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      head.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', leave);
    };
  }, [open]);
  return (
    <div ref={place} className={styles.oneself}>
      <Button
        ref={head}
        size="small"
        icon={UserOutlined}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {session.name}
      </Button>
      <ul id={id} hidden={!open}>
        <li className={styles.number}>{session.officerNumber}</li>
        {!inTraining() && (
          <li>
            <a href={trainingFor(session.roles, i18n.language)}>
              <Icon of={ExperimentOutlined} /> {t('training.enter')}
            </a>
          </li>
        )}
        <li>
          <button type="button" onClick={session.logOut}>
            <Icon of={LogoutOutlined} /> {t(inTraining() ? 'training.leave' : 'logOut')}
          </button>
        </li>
      </ul>
    </div>
  );
}
