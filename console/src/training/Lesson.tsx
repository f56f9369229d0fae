import {App} from 'antd';
import {useEffect, useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useLocation, useNavigate} from 'react-router';
import {Shell} from '@/app/Shell';
import {type Session, SessionContext} from '@/shared/session';
import {TRAINING} from '@/shared/space';
import {leave} from './leave';
import {Panel} from './Panel';
import type {Play} from './Play';
import styles from './training.module.css';
import {PLACES, officerId} from './world/places';

/** The real pages, played in by this world's person, and the lesson beside them. */
export function Lesson({play}: {play: Play}) {
  const [open, setOpen] = useState(true);
  const session = useMemo(() => sessionOf(play), [play]);
  const {pathname, search} = useLocation();
  const tab = new URLSearchParams(search).get('tab') ?? '';
  useEffect(() => play.goes(pathname, tab), [play, pathname, tab]);
  useInside(play);
  return (
    <SessionContext.Provider value={session}>
      <div className={styles.beside} data-open={open} data-training="beside">
        <div className={styles.page}>
          <Shell />
        </div>
        <Panel play={play} open={open} onOpen={setOpen} />
      </div>
    </SessionContext.Provider>
  );
}

function sessionOf({world}: Play): Session {
  const {part, role} = world;
  return {
    name: world.names[part.name],
    officerNumber: part.number,
    subject: officerId(role),
    officer: officerId(role),
    institution: world.institution,
    region: PLACES[part.place].region ?? '',
    roles: new Set(part.roles),
    logOut: leave,
    logIn: leave,
    over: false,
  };
}

/**
 * Keeps the trainee in this page: another tab would have another world, so what would open one opens here; and nobody's
 * telephone rings but the script's.
 */
function useInside(play: Play): void {
  const navigate = useNavigate();
  const {message} = App.useApp();
  const {t} = useTranslation('training');
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      if (link.protocol === 'tel:') {
        event.preventDefault();
        play.world.ring(link.pathname);
        void message.info(t('rung', {phone: link.pathname}));
      } else if (link.target === '_blank' && link.pathname.startsWith(`${TRAINING}/`)) {
        event.preventDefault();
        void navigate(link.pathname.slice(TRAINING.length));
      }
    };
    document.addEventListener('click', follow, true);
    return () => document.removeEventListener('click', follow, true);
  }, [play, navigate, message, t]);
}
