import {Route, Routes} from 'react-router';
import {PhonePage} from './PhonePage';

/** What comes to a bank by telephone or over its counter (先止付后补手续). */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<PhonePage />} />
    </Routes>
  );
}
