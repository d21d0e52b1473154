import type { RandomNumbers } from '../../src/base/random-numbers.js';
import type { Operator, OperatorOptions, Subgraph } from '../../src/model/graph.js';
import { knownOperators } from '../../src/model/operators/index.js';
import { BuiltinOperator, builtinOptions } from '../../src/model/schema/index.js';
import { below, oddFloats, oddInteger, oneOf, pick } from './random.js';

/** Changes what an operator of a subgraph is, reads, or computes. */
export function changeOperator({ operators, tensors }: Subgraph, random: RandomNumbers): void {
  if (operators.length === 0) return;
  const operator = pick(operators, random);
  const { inputs, outputs } = operator;
  const [input, output] = [below(inputs.length, random), below(outputs.length, random)];
  const other = pick(tensors, random);
  oneOf(
    random,
    () => inputs.splice(input, 1, other),
    () => inputs.splice(input, 1, null),
    () => inputs.splice(input, 1),
    () => inputs.reverse(),
    () => inputs.push(other),
    () => outputs.splice(output, 1),
    () => outputs.splice(output, 1, other),
    () => outputs.push(other),
    () => operator.intermediates.push(other),
    () => changeKind(operator, random),
    () => changeKind(operator, random),
    () => changeOptions(operator.options, random),
    () => changeOptions(operator.options, random),
    () => changeOptions(operator.options, random),
    () => {
      operator.options =
        random() < 0.5 ? null : (new (pick(builtinOptions, random).object)() as OperatorOptions);
    },
    () => {
      operator.version = oddInteger(operator.version, random);
    },
  );
}

/** Makes it another operator, mostly one that litetrim knows something of, with the options that it has. */
function changeKind(operator: Operator, random: RandomNumbers): void {
  const all = Object.values(BuiltinOperator).filter((code) => typeof code === 'number');
  operator.code = pick(random() < 0.7 ? knownOperators() : all, random);
  operator.customCode = operator.code === BuiltinOperator.CUSTOM ? 'Mine' : null;
}

function changeOptions(options: OperatorOptions | null, random: RandomNumbers): void {
  if (!options) return;
  const fields = options as unknown as Record<string, unknown>;
  const names = Object.keys(fields);
  if (names.length === 0) return;
  const name = pick(names, random);
  const value = fields[name];
  if (typeof value === 'boolean') fields[name] = !value;
  if (typeof value === 'number') {
    fields[name] = Number.isInteger(value) ? oddInteger(value, random) : pick(oddFloats, random);
  }
  if (Array.isArray(value)) {
    const numbers = value.length > 0 && typeof value[0] === 'number';
    fields[name] = numbers ? value.map((each) => oddInteger(each, random)) : [];
  }
}
