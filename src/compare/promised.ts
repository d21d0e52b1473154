/** What the configuration promises to measure, and why a whole side of the comparison is missing. */
export interface Promised {
  /** Devices that latency and memory are measured on. */
  devices: readonly string[];
  /** Whether accuracy is measured. */
  accuracy: boolean;
  /** Why there is no base although there should be one; null: there is, or none is expected. */
  noBase?: string | null;
  /** The same of head. */
  noHead?: string | null;
}
