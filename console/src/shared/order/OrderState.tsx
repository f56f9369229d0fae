import {useTranslation} from 'react-i18next';
import {StateTag} from '@/shared/StateTag';
import {STOP_TONES} from '@/shared/tones';

/** Where an order stands, in words that are the same on both sides. */
export function OrderState({state}: {state: string | undefined}) {
  const {t} = useTranslation('shared');
  if (!state) return null;
  return <StateTag tone={STOP_TONES[state]}>{t(`stopState.${state}`)}</StateTag>;
}
