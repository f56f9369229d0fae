import {Route, Routes} from 'react-router';
import {Desk} from './Desk';
import {PaperHop} from './PaperHop';

/** A carrier's trace-back desk (信令倒查): the hops it is asked for, beside the one in hand. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<Desk />} />
      <Route path="traces/:trace" element={<Desk />} />
      <Route path="traces/:trace/hops/:hop" element={<Desk />} />
      <Route path="paper/:trace/hops/:hop" element={<PaperHop />} />
    </Routes>
  );
}
