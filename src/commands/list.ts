/** A subcommand as help lists it. */
interface Summary {
  /** What it takes besides options, as help shows it. */
  takes: string;
  does: string;
}

/** The subcommands, in the order of help: said here once, so that help needs none of their code. */
export const summaries = {
  inspect: { takes: '<model>', does: 'tell what is in a model' },
  optimize: { takes: '<model>', does: 'make a smaller or faster model by a recipe' },
  bench: { takes: '<models...>', does: 'measure models on emulated devices, or on this machine' },
  evaluate: { takes: '<model>', does: 'tell how well a model does on a data set' },
  diff: { takes: '<base> <head>', does: 'compare two models, and what recipes make of them' },
  run: { takes: '', does: "do what the action does, from GitHub's environment variables" },
  devices: { takes: '', does: 'list what models can be measured on, and what each emulated device assumes' },
  recipes: { takes: '', does: 'list the recipes that ship' },
  doctor: { takes: '', does: 'tell whether emulator and runtime work, and how to mend them' },
  init: { takes: '[folder]', does: 'write a configuration and a workflow to start from' },
} as const satisfies Record<string, Summary>;

export type CommandName = keyof typeof summaries;
