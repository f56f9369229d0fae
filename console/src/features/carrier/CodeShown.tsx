import {useTranslation} from 'react-i18next';
import {type PointCode, grouped} from './pointCode';

/** A point code in either notation and as a number. */
export function CodeShown({code}: {code: PointCode}) {
  const {t} = useTranslation('carrier');
  const own = code.bits;
  const other = own === 24 ? 14 : 24;
  const there = grouped(code, other);
  return (
    <>
      <strong>{grouped(code, own)}</strong> {t(`bits.${own}`)}
      {there !== null && ` · ${there} ${t(`bits.${other}`)}`} · {code.value}
    </>
  );
}
