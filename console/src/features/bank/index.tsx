import {Route, Routes} from 'react-router';
import {Desk} from './Desk';

/** The liaison officer's desk: the queue beside the order in hand. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<Desk />} />
      <Route path="orders/:id" element={<Desk />} />
      <Route path="lookups/:lookup" element={<Desk />} />
    </Routes>
  );
}
