import { assetDependencyRegister } from '@sinew/core/asset/asset-dependency-register.ts'
import { registerContract } from '../register/register-contract.ts'

export const assetDependencies = registerContract(assetDependencyRegister)
