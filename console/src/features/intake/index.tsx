import {Route, Routes, useParams} from 'react-router';
import {DraftsPage} from './DraftsPage';
import {IntakePage} from './IntakePage';

/** Taking a report: drafts under way, and the one page on which a report is taken and money is stopped. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<DraftsPage />} />
      <Route path="new" element={<IntakePage key="new" id="" />} />
      <Route path=":id" element={<Existing />} />
    </Routes>
  );
}

function Existing() {
  const {id = ''} = useParams();
  return <IntakePage key={id} id={id} />;
}
