/** Where `litetrim init` puts the workflow. */
export const workflowFile = '.github/workflows/litetrim.yml';

/** A configuration to start from: it holds for any repository, and its comments say what to change. */
export function starterConfig(): string {
  return `# What litetrim does with the models of this repository.
models:
  # Of several entries the first that matches a file holds.
  - files: "**/*.tflite"
    # A data-set file: labelled samples that calibrate recipes and judge accuracy.
    # dataset: eval/dataset.yml
    # "litetrim recipes" lists them. int8 is smaller and faster, but needs a data set.
    recipes: [float16, dynamic-int8]

# "litetrim devices" lists them.
devices: [raspberry-pi-4]

# Head against base. With a sign a limit holds for the change, without one for the figure itself.
# A pull request is judged by the limits of the branch that it goes into.
limits:
  size: { warn: +1%, fail: +5% }
  latency: { warn: +1%, fail: +3% }
  memory: { warn: +5% }
  # Fails only where a paired test says that it is no chance.
  accuracy: { fail: -1pp }

# How long a run may take.
budget: 20m
`;
}

/** A workflow that runs litetrim on pull requests, with no more rights than it needs. */
export function starterWorkflow(): string {
  return `name: litetrim
on:
  pull_request:

permissions: {}

# A newer push makes the runs before it needless.
concurrency:
  group: litetrim-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  models:
    runs-on: ubuntu-24.04
    # Debian 12's QEMU has the plug-ins that latency needs; "litetrim doctor" tells of others.
    container: debian:bookworm
    timeout-minutes: 45
    permissions:
      contents: read # the models before and after
      pull-requests: write # the comment
    steps:
      - run: >-
          apt-get update && apt-get install -y --no-install-recommends
          ca-certificates git git-lfs python3 python3-pip
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          lfs: true # models in Git LFS
          persist-credentials: false
      - uses: litetrim/litetrim@v0
`;
}
