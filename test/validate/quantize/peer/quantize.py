"""Quantizes models by Google's ai-edge-quantizer, as its own recipes do.

  python3 quantize.py JOBS.json

JOBS.json is a list of jobs: {"id", "model", "scheme", "algorithm", "signature", "samples", "out"}, maybe with
"profiler": true for ranges measured by LiteRT's profiler, which is faster than the default. "samples" maps an input of the signature to an .npy file whose first dimension counts samples, and is empty where the
scheme doesn't calibrate. After each job a line of JSON goes to the standard output: {"id", "error"}, the
error null where the model was written to "out".
"""

import json
import logging
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
from ai_edge_quantizer import quantizer, recipe
from ai_edge_quantizer.algorithm_manager import AlgorithmName
from ai_edge_quantizer.calibrator import CalibrationMode

# The results don't depend on it.
THREADS = 2

# By whether LiteRT's profiler shall measure the ranges, which is faster and isn't the default.
MODES = {
    False: CalibrationMode.CALIBRATION_PRESERVE_ALL_TENSORS,
    True: CalibrationMode.CALIBRATION_PROFILER_BASED,
}


def float16(algorithm_key=None):
    weights = {"num_bits": 16, "symmetric": True, "granularity": "TENSORWISE", "dtype": "FLOAT"}
    return [
        {
            "regex": ".*",
            "operation": "*",
            "algorithm_key": AlgorithmName.FLOAT_CASTING,
            "op_config": {
                "weight_tensor_config": weights,
                "compute_precision": "FLOAT",
                "explicit_dequantize": True,
            },
        }
    ]


RECIPES = {
    "int8": recipe.static_wi8_ai8,
    "int16x8": recipe.static_wi8_ai16,
    "dynamic-int8": recipe.dynamic_wi8_afp32,
    "dynamic-int4": recipe.dynamic_wi4_afp32,
    "weight-int8": recipe.weight_only_wi8_afp32,
    "weight-int4": recipe.weight_only_wi4_afp32,
    "float16": float16,
}


def rows(files):
    """The samples as the quantizer wants them: a dictionary of inputs each."""
    arrays = {name: np.load(file) for name, file in files.items()}
    count = min(len(array) for array in arrays.values())
    return [{name: array[i] for name, array in arrays.items()} for i in range(count)]


def recipe_of(scheme, algorithm):
    """The scheme's recipe. GPTQ knows fully connected layers only: the others get what is the default."""
    if algorithm != AlgorithmName.GPTQ:
        return RECIPES[scheme](algorithm_key=algorithm)
    [rule] = RECIPES[scheme](algorithm_key=AlgorithmName.MIN_MAX_UNIFORM_QUANT)
    return [rule, {**rule, "operation": "FULLY_CONNECTED", "algorithm_key": algorithm}]


def quantize(job):
    made = recipe_of(job["scheme"], AlgorithmName(job["algorithm"]))
    tool = quantizer.Quantizer(job["model"], made)
    ranges = None
    if tool.need_calibration:
        samples = {job["signature"]: rows(job["samples"])}
        ranges = tool.calibrate(samples, num_threads=THREADS, mode=MODES[job.get("profiler", False)])
    result = tool.quantize(ranges, enable_progress_report=False)
    with open(job["out"], "wb") as file:
        file.write(result.quantized_model)


def main():
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1]) as file:
        jobs = json.load(file)
    for job in jobs:
        error = None
        try:
            quantize(job)
        except Exception as problem:  # whatever it is: that it fails is a result
            error = " ".join(f"{type(problem).__name__}: {problem}".split())
        print(json.dumps({"id": job["id"], "error": error}), flush=True)


main()
