import { formatShare } from '../base/units.js';
import { type FindingGroup, worstOf } from './findings.js';
import { type LayerChange, layerChanges } from './layers.js';

/** Named by their numbers; more are told as a number. */
const maxNamed = 3;
/** A layer's part of the whole loss from which on it is the cause. */
const most = 0.5;

/**
 * What made a model slower, by the layers of the worst finding, the model's own before its
 * variants': those that are new, fell out of XNNPACK, or grew.
 * null: nothing stands out, or layers weren't measured.
 */
export function causeOf(group: FindingGroup): string | null {
  const own = group.findings.filter((finding) => finding.comparison.recipe === null);
  const { comparison, difference } = worstOf(own.length > 0 ? own : group.findings);
  if (group.metric !== 'latency' || difference.chance !== undefined) return null;
  const [base, head] = [comparison.base, comparison.head].map((side) =>
    side?.devices.find(({ device }) => device === difference.device),
  );
  if (!base || !head || comparison.kind === 'recipe' || head.latencyMs <= base.latencyMs) return null;
  const changes = layerChanges(base, head);
  const loss = head.latencyMs - base.latencyMs;
  const causes = [fallenOut, added, grown].map((cause) => cause(changes, loss, head.latencyMs));
  return causes.find((cause) => cause !== null) ?? null;
}

type Cause = (changes: readonly LayerChange[], loss: number, latencyMs: number) => string | null;

const added: Cause = (changes, loss, latencyMs) => {
  const layers = changes.filter(({ base, head }) => !base && head).map(({ head }) => head!);
  const ms = layers.reduce((sum, layer) => sum + layer.ms, 0);
  if (layers.length === 0 || ms < most * loss) return null;
  const verb = layers.length === 1 ? 'is new and takes' : 'are new and take';
  return `${namesOf(layers)} ${verb} ${shareText(ms / latencyMs)} of it`;
};

const fallenOut: Cause = (changes, loss, latencyMs) => {
  const layers = changes
    .filter(({ base, head }) => head && !head.delegated && (base ? base.delegated : false))
    .map(({ head }) => head!);
  const ms = layers.reduce((sum, layer) => sum + layer.ms, 0);
  if (layers.length === 0 || ms < most * loss) return null;
  return `${namesOf(layers)} fell out of XNNPACK and ${layers.length === 1 ? 'takes' : 'take'} ${shareText(ms / latencyMs)} of it`;
};

const grown: Cause = (changes, loss) => {
  const growth = ({ base, head }: LayerChange) => (base && head ? head.ms - base.ms : 0);
  const [largest] = [...changes].sort((a, b) => growth(b) - growth(a));
  if (!largest || growth(largest) < most * loss) return null;
  const { base, head } = largest;
  return `${namesOf([head!])} takes ${formatShare(head!.ms / base!.ms - 1).replace(/^\+/, '')} longer`;
};

const shareText = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** "layer 3 CONV_2D", "layers 3 and 4", "5 layers". */
function namesOf(layers: readonly { index: number; operator: string }[]): string {
  if (layers.length === 1) return `layer ${layers[0]!.index} ${layers[0]!.operator}`;
  if (layers.length > maxNamed) return `${layers.length} layers`;
  const numbers = layers.map(({ index }) => index).sort((a, b) => a - b);
  return `layers ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
