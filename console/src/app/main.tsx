import {createRoot} from 'react-dom/client';
import {inTraining} from '@/shared/space';
import {start} from './start';
import './main.css';

const root = createRoot(document.getElementById('root')!);

// Two starts that share their pages and nothing else: which one it is stands in the address.
if (inTraining()) void import('@/training/start').then((training) => training.start(root));
else void start(root);
