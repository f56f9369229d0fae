import {useTranslation} from 'react-i18next';
import {useCell, useStore} from '../draft/useDraft';
import {Choice} from './Choice';
import {CHANNELS, FRAUD_TYPES, ID_TYPES, VICTIM_KINDS} from './choices';
import {Field} from './Field';
import {More} from './More';
import styles from './form.module.css';

/** Who lost the money, and who tells it. */
export function VictimPart() {
  const {t} = useTranslation('intake');
  return (
    <>
      <div className={styles.grid}>
        <Field path="victim.name" label={t('victim.name')} width={3} />
        <Field path="victim.idNumber" label={t('victim.idNumber')} kind="id" width={4} />
        <Field path="victim.phone" label={t('victim.phone')} kind="phone" width={3} />
        <Choice path="victim.kind" label={t('victim.kind')} options={VICTIM_KINDS} name="victimKind" width={2} />
      </div>
      <More title={t('victim.more')}>
        <div className={styles.grid}>
          <Choice path="victim.idType" label={t('victim.idType')} options={ID_TYPES} name="idType" width={3} />
          <Field path="victim.address" label={t('victim.address')} width={6} />
          <Field path="victim.occupation" label={t('victim.occupation')} width={3} />
          <Field path="reporter.name" label={t('reporter.name')} width={3} />
          <Field path="reporter.phone" label={t('reporter.phone')} kind="phone" width={4} />
          <Field path="reporter.relation" label={t('reporter.relation')} width={3} />
        </div>
      </More>
    </>
  );
}

/** What happened. */
export function StoryPart() {
  const {t} = useTranslation('intake');
  return (
    <>
      <div className={styles.grid}>
        <Choice path="fraudType" label={t('story.fraudType')} options={FRAUD_TYPES} name="fraudType" width={4} />
        <Field path="impersonatedIdentity" label={t('story.impersonated')} width={4} />
        <Choice path="channel" label={t('story.channel')} options={CHANNELS} name="channel" width={4} />
        <Field path="narrative" label={t('story.narrative')} lines={4} width={12} />
      </div>
      <More title={t('story.more')}>
        <div className={styles.grid}>
          <Field path="place" label={t('story.place')} width={6} />
          <Field path="crimeStartTime" label={t('story.start')} kind="time" width={3} />
          <Field path="crimeEndTime" label={t('story.end')} kind="time" width={3} />
          <Field path="totalLoss" label={t('story.totalLoss')} kind="amount" width={4} />
          <Field path="lossReason" label={t('story.lossReason')} width={8} />
        </div>
      </More>
      <div className={styles.grid}>
        <Field path="secondOfficer.name" label={t('second.name')} width={3} />
        <Field path="secondOfficer.officerNumber" label={t('second.number')} width={3} />
        <Field path="secondOfficer.phone" label={t('second.phone')} kind="phone" width={3} />
        <Promise />
      </div>
    </>
  );
}

/** The victim has signed that what he tells is true. */
function Promise() {
  const store = useStore();
  const cell = useCell('liabilityPromise');
  const {t} = useTranslation('intake');
  return (
    <label className={styles.check} style={{gridColumn: 'span 3'}}>
      <input
        type="checkbox"
        checked={cell.text === 'true'}
        onChange={(event) => store.type('liabilityPromise', event.target.checked ? 'true' : '')}
      />
      {t('story.promise')}
    </label>
  );
}
