import {inTraining} from '@/shared/space';
import {start} from './start';
import './main.css';

const place = document.getElementById('root')!;

// Two starts that share their pages and nothing else: which one it is stands in the address.
if (inTraining()) {
  void Promise.all([import('react-dom/client'), import('@/training/start')]).then(([{createRoot}, training]) =>
    training.start(createRoot(place)),
  );
} else void start(place);
