import {CheckCircleOutlined, ExclamationCircleFilled, InfoCircleOutlined} from '@ant-design/icons';
import {useTranslation} from 'react-i18next';
import styles from './carrier.module.css';
import type {Checked, Findings} from './checks';

/** How what is typed stands beside the call and the hop before, in sign, colour and word. */
export function FindingShown({what, findings}: {what: Checked; findings: Findings}) {
  const {t} = useTranslation('carrier');
  const finding = findings[what];
  if (!finding) return null;
  const {agrees, expected} = finding;
  const Icon = agrees === null ? InfoCircleOutlined : agrees ? CheckCircleOutlined : ExclamationCircleFilled;
  return (
    <div
      className={agrees === null ? styles.read : agrees ? styles.agrees : styles.differs}
      aria-live="polite"
      data-finding={what}
      data-agrees={agrees}
    >
      <Icon aria-hidden /> {t(`finding.${what}.${agrees ? 'agrees' : 'differs'}`, {expected})}
    </div>
  );
}
