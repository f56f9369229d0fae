import {Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';

type State = Schema<'freezing.v1.StopState'>;

const COLORS: Partial<Record<State, string>> = {
  ISSUED: 'processing',
  SENT: 'processing',
  ACKNOWLEDGED: 'warning',
  STOPPED: 'success',
  MISMATCHED: 'error',
  FAILED: 'error',
};

/** Where an order stands, in words. */
export function StateTag({state}: {state: State | undefined}) {
  const {t} = useTranslation('shared');
  if (!state) return null;
  return <Tag color={COLORS[state] ?? 'default'}>{t(`stopState.${state}`)}</Tag>;
}
