import {afterEach} from 'vitest';
import {cleanup} from '@testing-library/react';

afterEach(cleanup);

// What a browser has and jsdom lacks: a dialog that is drawn is open.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
