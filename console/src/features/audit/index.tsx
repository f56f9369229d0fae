import {Route, Routes} from 'react-router';
import {AuditPage} from './AuditPage';

/** Who saw or did what (督察): the three services' audit logs, read as one. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<AuditPage />} />
    </Routes>
  );
}
