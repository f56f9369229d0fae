import {Button} from 'antd';
import {useTranslation} from 'react-i18next';
import {type Institution, nameOf} from '@/shared/directory';
import {useSession} from '@/shared/session';
import styles from './audit.module.css';
import type {Officer} from './data';
import type {Entry} from './log';

/** Who acted: a person by name where it is told, else by number; a machine by its client; or the clock. */
export function Who({
  entry,
  officers,
  institutions,
  onOfficer,
}: {
  entry: Entry;
  officers: readonly Officer[];
  institutions: readonly Institution[];
  onOfficer: (officer: string) => void;
}) {
  const {t} = useTranslation('audit');
  const session = useSession();
  const actor = entry.actor;
  const place = nameOf(institutions, actor?.institution);
  if (!actor?.officer) return actor?.client ? `${t('machine', {client: actor.client})} ${place}` : t('clock');
  const id = actor.officer;
  const officer = officers.find((each) => each.id === id);
  const name = id === session.officer ? t('self', {name: session.name}) : officer?.name;
  const said = [name, officer?.officerNumber].filter(Boolean).join(' ');
  return (
    <>
      <Button type="link" size="small" className={styles.link} onClick={() => onOfficer(id)}>
        {said || t('officer', {id: id.slice(-6)})}
      </Button>{' '}
      {place}
    </>
  );
}
