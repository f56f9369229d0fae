import {useTranslation} from 'react-i18next';
import {NavLink, Navigate, Route, Routes} from 'react-router';
import {InstitutionsPage} from './institutions/InstitutionsPage';
import {OfficersPage} from './officers/OfficersPage';
import {ErrorsPage} from './routes/ErrorsPage';
import {RoutesPage} from './routes/RoutesPage';
import styles from './directory.module.css';

const PAGES = ['institutions', 'routes', 'errors', 'officers'] as const;

/** Who is who, and which account belongs to whom: the administrator's pages. */
export default function Pages() {
  const {t} = useTranslation('directory');
  return (
    <div className={styles.directory}>
      <nav className={styles.tabs} aria-label={t('menu.label')}>
        {PAGES.map((page) => (
          <NavLink key={page} to={`/directory/${page}`}>
            {t(`menu.${page}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to="/directory/institutions" replace />} />
        <Route path="institutions" element={<InstitutionsPage />} />
        <Route path="routes" element={<RoutesPage />} />
        <Route path="errors" element={<ErrorsPage />} />
        <Route path="officers" element={<OfficersPage />} />
      </Routes>
    </div>
  );
}
