import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {deskPhone, useInstitutions} from '@/shared/directory';
import {StateTag, type Tone} from '@/shared/StateTag';
import type {DeskAttendance} from './rows';
import styles from './board.module.css';

export const ATTENDANCE_TONES: Readonly<Record<string, Tone>> = {
  ATTENDED: 'green',
  SYSTEM_CONNECTED: 'blue',
  NOBODY_THERE: 'red',
};

interface Props {
  institution: string | undefined;
  desk: Schema<'liaison.v1.Desk'> | undefined;
  desks: readonly DeskAttendance[];
}

/** The desk, whether somebody is there, and the number to ring where nobody is. */
export function Reach({institution, desk = 'DESK_UNSPECIFIED', desks}: Props) {
  const {t} = useTranslation('board');
  const institutions = useInstitutions();
  const found = desks.find((each) => each.institution === institution && each.desk === desk);
  const whole = institutions.find((each) => each.id === institution);
  const phone = found?.deskPhone || (whole ? deskPhone(whole, desk) : '');
  return (
    <div className={styles.reach}>
      <span className={styles.sub}>{t(`desk.${desk}`)}</span>
      {found?.state && <StateTag tone={ATTENDANCE_TONES[found.state]}>{t(`attendance.${found.state}`)}</StateTag>}
      {phone && found?.state !== 'ATTENDED' && <a href={`tel:${phone}`}>{phone}</a>}
    </div>
  );
}
