import {afterEach, describe, expect, it} from 'vitest';
import {recall, remember} from './remembered';
import {inTraining, nameKept, trainingFor} from './space';

describe('the training space', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it.each([
    ['/training', true],
    ['/training/', true],
    ['/training/bank/orders/0', true],
    ['/trainings', false],
    ['/cases/training', false],
    ['/', false],
  ])('is told by the address alone: %s', (path, training) => {
    window.history.replaceState(null, '', path);
    expect(inTraining()).toBe(training);
  });

  it('keeps nothing under a name of the real space, and reads nothing of it', () => {
    remember('language', 'en');
    expect(recall('language')).toBe('en');
    window.history.replaceState(null, '', '/training/');
    expect(recall('language')).toBeNull();
    remember('language', 'zh-CN');
    expect(nameKept('unsent-key')).toBe('holdfast-training.unsent-key');
    window.history.replaceState(null, '', '/');
    expect(recall('language')).toBe('en');
    expect(nameKept('unsent-key')).toBe('holdfast.unsent-key');
  });

  it('is entered with the roles and the language one has', () => {
    expect(trainingFor(new Set(['auditor', 'unit-head']), 'en')).toBe('/training/?mine=auditor%2Cunit-head&language=en');
  });
});
