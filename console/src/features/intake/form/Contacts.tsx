import DeleteOutlined from '@ant-design/icons-svg/es/asn/DeleteOutlined';
import PlusOutlined from '@ant-design/icons-svg/es/asn/PlusOutlined';
import {useTranslation} from 'react-i18next';
import {type PhoneKind, readPhone} from '@/reading/phone';
import {Button} from '@/shared/plain/Button';
import {useCell, useMeta, useStore} from '../draft/useDraft';
import {Choice} from './Choice';
import {CONTACT_KINDS, DIRECTIONS} from './choices';
import {Field} from './Field';
import {focusRow} from './Transfers';
import styles from './form.module.css';

const KINDS: Readonly<Partial<Record<PhoneKind, (typeof CONTACT_KINDS)[number]>>> = {
  mobile: 'MOBILE',
  fixed: 'FIXED_LINE',
  service: 'SERVICE_NUMBER',
  overseas: 'OVERSEAS',
};

/** Through what the fraud was done: numbers as the victim's phone showed them. */
export function Contacts() {
  const store = useStore();
  const contacts = useMeta((meta) => meta.contacts);
  const {t} = useTranslation('intake');
  return (
    <>
      {contacts.map((key, index) => (
        <ContactRow key={key} row={key} number={index + 1} />
      ))}
      <Button
        icon={PlusOutlined}
        onClick={() => focusRow(store.addRow('contacts'))}
        disabled={contacts.length >= 100}
      >
        {t('contact.add')} <kbd>Alt+C</kbd>
      </Button>
    </>
  );
}

function ContactRow({row, number}: {row: string; number: number}) {
  const store = useStore();
  const {t} = useTranslation('intake');
  const at = (name: string) => `contacts[${row}].${name}`;
  const kind = useCell(at('kind')).text;
  const chosen = (text: string) => {
    const read = readPhone(text);
    const fits = read.state === 'sure' ? KINDS[read.value.kind] : undefined;
    if (fits !== undefined && (kind === '' || Object.values(KINDS).some((each) => each === kind)))
      store.type(at('kind'), fits);
  };
  return (
    <fieldset className={styles.row} data-row={row}>
      <legend>{t('contact.number', {number})}</legend>
      <Button
        className={styles.drop}
        tone="bare"
        size="small"
        icon={DeleteOutlined}
        aria-label={t('contact.drop', {number})}
        onClick={() => store.dropRow('contacts', row)}
      />
      <div className={styles.grid}>
        <Field
          path={at('displayed')}
          label={t('contact.displayed')}
          kind="phone"
          width={4}
          hint={t('contact.displayedHint')}
          onChosen={chosen}
        />
        <Choice path={at('kind')} label={t('contact.kind')} options={CONTACT_KINDS} name="contactKind" width={2} />
        <Choice path={at('direction')} label={t('contact.direction')} options={DIRECTIONS} name="direction" width={2} />
        <Field path={at('startTime')} label={t('contact.start')} kind="time" width={4} hint={t('transfer.timeHint')} />
        <Field path={at('duration')} label={t('contact.duration')} width={2} hint={t('contact.durationHint')} />
        <Field path={at('note')} label={t('contact.note')} width={10} />
      </div>
    </fieldset>
  );
}
