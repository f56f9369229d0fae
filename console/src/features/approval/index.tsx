import {Route, Routes} from 'react-router';
import {Desk} from './Desk';

/** What waits for a head's word: filings for the county's head, traces for the head of the unit. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<Desk />} />
      <Route path="cases/:caseId" element={<Desk />} />
      <Route path="traces/:traceId" element={<Desk />} />
    </Routes>
  );
}
