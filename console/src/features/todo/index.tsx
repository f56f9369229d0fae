import {TodoPage} from './TodoPage';

/** 待办: what lies on the desks of a police unit, and where each is settled. */
export default function Pages() {
  return <TodoPage />;
}
