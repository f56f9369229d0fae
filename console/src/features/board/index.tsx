import {Route, Routes} from 'react-router';
import {BoardPage} from './BoardPage';

/** The supervisors' board: every clock that runs, who holds the ball, what was alarmed, who is there. */
export default function Pages() {
  return (
    <Routes>
      <Route index element={<BoardPage />} />
    </Routes>
  );
}
