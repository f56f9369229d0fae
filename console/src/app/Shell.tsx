import {type ComponentType, Suspense, lazy, useEffect, useMemo} from 'react';
import {useTranslation} from 'react-i18next';
import {NavLink, Navigate, NavigationType, Route, Routes, useLocation, useNavigationType} from 'react-router';
import {DeskBar} from '@/shared/desk/DeskBar';
import {openDesks} from '@/shared/desk/tasks';
import {Button} from '@/shared/plain/Button';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {inTraining, trainingFor} from '@/shared/space';
import {desksOf, mayAttend, useSession} from '@/shared/session';
import {timeOfDay} from '@/shared/time';
import {useNow} from '@/shared/clock/useNow';
import {Languages} from './Languages';
import {Logo} from './Logo';
import {Oneself} from './Oneself';
import {Nothing} from './Outside';
import {type Ahead, areas} from './pages';
import styles from './Shell.module.css';

const pages = new Map<string, ComponentType>(areas.map(({key, load}) => [key, lazy(load)]));

/**
 * The frame around every page: what one may go to, the desk's state, the server's time, language, oneself.
 *
 * @param ahead the page that is shown first, where it is there already
 */
export function Shell({ahead = null}: {ahead?: Ahead | null}) {
  const {t, i18n} = useTranslation();
  const session = useSession();
  const mine = useMemo(() => areas.filter((area) => area.roles.some((role) => session.roles.has(role))), [session.roles]);
  const reached = useMemo(
    () => areas.filter((area) => mine.includes(area) || (area.unlisted ?? []).some((role) => session.roles.has(role))),
    [mine, session.roles],
  );
  const desks = useMemo(() => desksOf(session.roles), [session.roles]);
  const location = useLocation();
  const here = location.pathname.split('/')[1] ?? '';

  // What is opened begins at its head; what one comes back to stays where it was.
  const opened = useNavigationType() === NavigationType.Push;
  useEffect(() => {
    if (opened) window.scrollTo(0, 0);
  }, [opened, location.pathname]);
  useEffect(() => openDesks(desks), [desks]);
  useEffect(() => {
    const area = reached.find((each) => each.key === here);
    const title = area ? `${t(`menu.${area.key}`)} · ${t('name')}` : t('name');
    document.title = inTraining() ? t('training.mark') + title : title;
  }, [here, reached, t]);

  return (
    <div className={styles.frame}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className={`${styles.header} no-print`}>
        <Logo />
        <nav className={styles.menu} aria-label={t('menu.label')}>
          {mine.map(({key}) => (
            <NavLink key={key} to={`/${key}`}>
              {t(`menu.${key}`)}
            </NavLink>
          ))}
        </nav>
        <div className={styles.tools}>
          {desks.length > 0 && mayAttend(session.roles) && <DeskBar desks={desks} />}
          <ServerClock />
          <Languages />
          <Oneself />
        </div>
      </header>
      {session.over && (
        <Notice
          banner
          role="alert"
          type="error"
          title={t('over.title')}
          description={t('over.advice')}
          action={
            <Button tone="primary" size="small" onClick={session.logIn}>
              {t('over.logIn')}
            </Button>
          }
        />
      )}
      <main id="content" tabIndex={-1} className={styles.content}>
        <Suspense fallback={<Waiting wide />}>
          <Routes>
            {reached.map(({key}) => {
              const Pages = ahead?.key === key ? ahead.Page : pages.get(key)!;
              return <Route key={key} path={`/${key}/*`} element={<Pages />} />;
            })}
            <Route path="/" element={mine[0] ? <Navigate to={`/${mine[0].key}`} replace /> : <Nothing />} />
            <Route path="*" element={<Nothing />} />
          </Routes>
        </Suspense>
      </main>
      {!inTraining() && location.pathname === `/${mine[0]?.key}` && (
        <footer className={`${styles.offer} no-print`}>
          {t('training.offer')} <a href={trainingFor(session.roles, i18n.language)}>{t('training.enter')}</a>
        </footer>
      )}
    </div>
  );
}

function ServerClock() {
  const {t} = useTranslation();
  const now = useNow();
  return (
    <span className={styles.time} title={t('serverTime')}>
      {timeOfDay(now * 1000)}
    </span>
  );
}
