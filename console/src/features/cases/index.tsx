import {lazy} from 'react';
import {Route, Routes} from 'react-router';
import {CasePage} from './CasePage';
import {CasesPage} from './CasesPage';

const AdoptPage = lazy(() => import('./adopt/AdoptPage'));
const CallPage = lazy(() => import('./call/CallPage'));
const ReceiptPage = lazy(() => import('./print/ReceiptPage'));
const EmergencyCard = lazy(() => import('./print/EmergencyCard'));

/** Cases: the list, one case with all that runs in it, and what is printed of it. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<CasesPage />} />
      <Route path="emergency-card" element={<EmergencyCard />} />
      <Route path="phone/:order?" element={<CallPage />} />
      <Route path="adopt/:id" element={<AdoptPage />} />
      <Route path=":id" element={<CasePage />} />
      <Route path=":id/receipt" element={<ReceiptPage />} />
    </Routes>
  );
}
