import {useTranslation} from 'react-i18next';
import {CodeShown} from './CodeShown';
import {slotOf} from './pointCode';
import type {RouteLeg} from './trace';

type Given = NonNullable<RouteLeg['opc']>;

/** One side of an exchange, as it was told; nothing where nothing was. */
export function LegShown({leg}: {leg: RouteLeg | undefined}) {
  const {t} = useTranslation('carrier');
  if (!leg) return <>—</>;
  const code = (given: Given) => (
    <CodeShown code={{bits: given.bits === 14 ? 14 : 24, value: given.value ?? 0}} />
  );
  return (
    <>
      {leg.trunkGroup && (
        <div>
          {t('leg.trunkGroup')} <strong>{leg.trunkGroup}</strong>
        </div>
      )}
      {leg.cic !== undefined && (
        <div>
          CIC <strong>{leg.cic}</strong> {t('leg.slot', {slot: slotOf(leg.cic)})}
        </div>
      )}
      {leg.opc && <div>OPC {code(leg.opc)}</div>}
      {leg.dpc && <div>DPC {code(leg.dpc)}</div>}
      {!leg.trunkGroup && leg.cic === undefined && !leg.opc && !leg.dpc && '—'}
    </>
  );
}
