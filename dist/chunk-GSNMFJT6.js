import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __bundleFolder = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));
import{command,print}from"./chunk-3X2SLEYI.js";import{configFile}from"./chunk-I4I6XJ6Q.js";import"./chunk-4SRFRMYW.js";import"./chunk-CKI3Q2I7.js";import{writeWhole}from"./chunk-7RXIIZVE.js";import"./chunk-V3AGLGIZ.js";import"./chunk-4Q6L5RTP.js";import"./chunk-47QLL6IB.js";import"./chunk-MQIG2CGJ.js";import"./chunk-CUGOT3NL.js";import"./chunk-S2A7YAZD.js";import"./chunk-RUPTTYXD.js";import"./chunk-6YJHGZY5.js";import"./chunk-UPETPPUL.js";import"./chunk-C6VXMKLA.js";import"./chunk-5XZ4BSXX.js";import"./chunk-6N5WZW6F.js";import"./chunk-TRSS5IQ2.js";import"./chunk-KLIW4I7U.js";import"./chunk-BX6NHGIK.js";import"./chunk-AR4D4QGW.js";import"./chunk-VB334OJD.js";import"./chunk-YXPOWIVK.js";import"./chunk-BHPXM2WU.js";import{existsSync}from"node:fs";import{join}from"node:path";var workflowFile=".github/workflows/litetrim.yml";function starterConfig(){return`# What litetrim does with the models of this repository.
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
`}function starterWorkflow(){return`name: litetrim
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
`}var init=command("init","write a configuration and a workflow to start from").argument("[folder]","the repository's root",".").action(async(folder,options)=>{let written=[],kept=[];for(let[name,content]of[[configFile,starterConfig()],[workflowFile,starterWorkflow()]]){let path=join(folder,name);existsSync(path)?kept.push(path):(await writeWhole(path,content),written.push(path))}print({written,kept},options,()=>[...written.map(path=>`wrote ${path}`),...kept.map(path=>`kept ${path}: it is there`)].join(`
`))});export{init};
