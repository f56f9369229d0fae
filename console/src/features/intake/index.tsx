import {lazy} from 'react';
import {Route, Routes, useParams} from 'react-router';
import {dressed} from '@/shared/dressed/load';
import {IntakePage} from './IntakePage';

// Apart, so that the page on which money is stopped does not wait for the list's table.
const DraftsPage = lazy(dressed(() => import('./DraftsPage').then((module) => ({default: module.DraftsPage}))));

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
